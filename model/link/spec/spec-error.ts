/** A link SPEC that cannot be read; the message is one sentence: what, where, what is expected. */
export class LinkSpecError extends Error {
  override name = 'LinkSpecError';
}

/** What `read` gives; its error becomes a LinkSpecError that says first what was read. */
export function asked<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new LinkSpecError(`${what}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
