"""Plans become findable: embedding, vector store, lexical search, editions, retrieval."""
