package titian.queue;

import org.springframework.stereotype.Service;

/** Where the day at the office is run: people let in, called, served. */
@Service
public class QueueDesk {}
