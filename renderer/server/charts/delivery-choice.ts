import { say } from '../../ui/words';
import { asksToPass, isUnheld } from '../state/asked';
import type { Delivery } from '../state/deliveries';

/** The unit of a chart of sizes, bytes: MB, or kB where MB would be a row of noughts. */
export const kbOrMb = (bytes: number): number => (bytes >= 1e6 ? 1e6 : 1000);

/** An answer that is drawn, and beside it one to the same path that was asked for without what makes the difference. */
export interface ShownDeliveries {
  delivery: Delivery;
  beside: { delivery: Delivery; word: string } | null;
}

const pathOf = ({ target }: Delivery): string => target.split('?', 1)[0] ?? '';

/**
 * What is drawn: the answer to the client that was chosen, else the newest that is held up somewhere, without
 * backpressure or without the header; null before there is one.
 */
export function shownDeliveries(
  deliveries: readonly Delivery[],
  chosen: number | null,
): ShownDeliveries | null {
  const delivery =
    deliveries.find(({ client }) => client === chosen) ??
    deliveries.findLast(({ target }) => isUnheld(target)) ??
    deliveries.findLast(({ target }) => !asksToPass(target)) ??
    deliveries.at(-1);
  if (!delivery) return null;
  const others = deliveries.filter(
    (one) => one !== delivery && pathOf(one) === pathOf(delivery) && one.received.length > 0,
  );
  if (isUnheld(delivery.target)) {
    const held = others.findLast(({ target }) => !isUnheld(target));
    return { delivery, beside: held ? { delivery: held, word: say('box.flow.on') } : null };
  }
  const passed = asksToPass(delivery.target)
    ? undefined
    : others.findLast(({ target }) => asksToPass(target));
  return { delivery, beside: passed ? { delivery: passed, word: say('box.flow.header') } : null };
}
