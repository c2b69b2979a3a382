import { say } from '../words';
import {
  REQUESTS,
  type RequestAnswer,
  type RequestChannel,
  type RequestPayload,
  type Reply,
} from './contract';
import { messageOf } from '../../model/message-of';
/** What main does for each request; the payload has been parsed. */
export type Handlers = {
  [C in RequestChannel]: (
    payload: RequestPayload<C>,
  ) => RequestAnswer<C> | Promise<RequestAnswer<C>>;
};

/** Who sent a message, as far as the gate cares. */
export interface Sender {
  /** True for the main frame of our own window, showing our own page. */
  trusted: boolean;
}

/** The one way in: checks the sender, parses the payload, calls the handler, and turns every error into a sentence. */
export async function answer(
  handlers: Handlers,
  channel: RequestChannel,
  sender: Sender,
  payload: unknown,
): Promise<Reply> {
  if (!sender.trusted) return { ok: false, message: say('main.gate.stranger', { channel }) };
  const parsed = REQUESTS[channel].payload.safeParse(payload);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path.join('.') || 'payload';
    const reason = issue?.message ?? '';
    return { ok: false, message: say('main.gate.payload', { channel, field, reason }) };
  }
  try {
    const handle = handlers[channel] as (payload: unknown) => unknown;
    return { ok: true, value: await handle(parsed.data) };
  } catch (error) {
    const message = messageOf(error);
    return { ok: false, message: message || say('main.gate.failed', { channel }) };
  }
}
