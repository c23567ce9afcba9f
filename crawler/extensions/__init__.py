"""Extensions and add-ons of Scrapy: where a crawl's files go, what it says, and its accounts."""
