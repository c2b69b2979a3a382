/** Nothing more can be sent: the client has left, or its answer was ended for it. */
export class ClientGone extends Error {
  override readonly name = 'ClientGone';
}
