"""The laptop engine and Spark beside each other, and what a month of a crawl would take."""
