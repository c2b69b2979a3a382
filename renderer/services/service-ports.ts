import { servicePortMessageSchema, type ServicePart } from '../../electron/ipc/contract';

/** Calls back with each port that preload hands to this page for a session; the returned function stops listening. */
export function collectServicePorts(
  page: Window,
  session: string,
  attach: (part: ServicePart, port: MessagePort) => void,
): () => void {
  const heard = (event: MessageEvent<unknown>): void => {
    // Only preload posts to the page's own window from its own origin; a frame or an opener is another source.
    if (event.source !== page || event.origin !== page.location.origin) return;
    const message = servicePortMessageSchema.safeParse(event.data);
    const [port] = event.ports;
    if (message.success && message.data.session === session && port) {
      attach(message.data.part, port);
    }
  };
  page.addEventListener('message', heard);
  return () => page.removeEventListener('message', heard);
}
