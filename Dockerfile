# A container that crawls; docs/how-to/run-in-a-container.md shows how. compose.yaml repeats the crawl.
FROM python:3.13-slim-bookworm AS build
WORKDIR /build
RUN python -m venv /opt/harvester
ENV PATH=/opt/harvester/bin:$PATH
COPY container.lock ./
RUN pip install --no-cache-dir --only-binary :all: --require-hashes -r container.lock
COPY pyproject.toml README.md LICENSE ./
COPY crawler crawler
COPY data/samplesite data/samplesite
RUN pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.13-slim-bookworm
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin harvester \
    && install --directory --owner=harvester --group=harvester /data
COPY --from=build /opt/harvester /opt/harvester
COPY --chmod=755 container/repeat.sh /usr/local/bin/repeat
# The root file system may be read-only: caches of libraries are in /tmp.
ENV PATH=/opt/harvester/bin:$PATH HOME=/tmp PYTHONDONTWRITEBYTECODE=1
USER 10001:10001
WORKDIR /data
VOLUME /data
ENTRYPOINT ["harvest"]
CMD ["crawl", "--help"]
