/** A request that gets a status and one sentence instead of an answer. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly status: number,
    message: string,
    /** Header names and values, one after the other. */
    readonly headers: readonly string[] = [],
  ) {
    super(message);
  }
}
