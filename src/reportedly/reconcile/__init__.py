"""All articles' tables to entities, copies, stories, utterances, events, claims and findings."""
