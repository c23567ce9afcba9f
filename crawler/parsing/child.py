"""Parses pages for a crawl: `python -m crawler.parsing.child DESCRIPTOR`.

The process answers questions in order over its inherited socket. It ends when the crawl closes the socket,
also after a kill of the crawl. It ignores signals to the crawl's process group.
"""

from __future__ import annotations

import gc
import signal
import socket
import sys
from collections.abc import Callable

from crawler.parsing.answering import marked_answer
from crawler.parsing.pages import FetchedPage, PageResult, ReadingBounds
from crawler.parsing.questions import ParsingResult, Question, longest
from crawler.parsing.wire import READY, FailedQuestion, Unpacker, packed

_PIECE = 1 << 18


Answer = Callable[[Question | FetchedPage, ReadingBounds], ParsingResult | PageResult | FailedQuestion]


def serve(stream: socket.socket, answer: Answer) -> None:
    """Answer until the other end is closed."""
    stream.sendall(b"".join(packed(READY)))
    unpacker = Unpacker()
    piece = memoryview(bytearray(_PIECE))  # one buffer for all: allocating one each time would cost more
    while length := stream.recv_into(piece):
        for message in unpacker.feed(piece[:length]):
            # The signal ends the process, whatever it is doing. Time in which it was stopped, or in which
            # another process ran, does not count.
            signal.setitimer(signal.ITIMER_VIRTUAL, longest(message.asked, message.terms))
            answered = packed(answer(message.asked, message.terms))
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            stream.sendall(b"".join(answered))


def main(answer: Answer = marked_answer) -> None:
    """Serve on the socket whose number the command line names."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    gc.freeze()  # loaded modules stay: collections need not visit them
    gc.set_threshold(20_000)  # and pages leave almost no garbage for them
    with socket.socket(fileno=int(sys.argv[1])) as stream:
        try:
            serve(stream, answer)
        except ConnectionError:  # the crawl ended during an answer
            return


if __name__ == "__main__":
    main()
