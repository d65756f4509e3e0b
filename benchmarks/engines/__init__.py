"""The laptop engine and Spark beside each other: time, processor, memory; and a plan for a crawl."""
