"""The editors’ desk: what waits for them, queue by queue. To add a queue, write its class and name it in `queues`."""
