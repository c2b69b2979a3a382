/** An argument that cannot be used; the message is the sentence for the user. */
export class BadArgument extends Error {
  override name = 'BadArgument';
}
