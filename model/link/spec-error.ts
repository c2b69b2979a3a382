/** A link SPEC that cannot be read; the message is one sentence: what, where, what is expected. */
export class LinkSpecError extends Error {
  override name = 'LinkSpecError';
}
