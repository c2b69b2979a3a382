import { CameraProblem, type CameraProblemCode } from './camera-problem';

/** The browser's names for why there is no camera, as Media Capture and Streams lists them. */
const CODES: Readonly<Record<string, CameraProblemCode>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'none',
  NotReadableError: 'busy',
  OverconstrainedError: 'size',
  AbortError: 'failed',
};

/** What a refusal of getUserMedia means for `camera`, the name that people know it by. */
export function problemOf(error: unknown, camera: string): CameraProblem {
  if (error instanceof CameraProblem) return error;
  const { name, message, constraint } = wordsOf(error);
  // A device that was unplugged between the list and the request no longer fits the request for its id.
  const code = constraint === 'deviceId' ? 'none' : (CODES[name] ?? 'failed');
  return new CameraProblem(code, camera, message === '' ? name : `${name}: ${message}`);
}

function wordsOf(error: unknown): { name: string; message: string; constraint: string } {
  const given: Record<string, unknown> =
    typeof error === 'object' && error !== null ? { ...pick(error) } : { message: String(error) };
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  return {
    name: text(given['name']) || 'Error',
    message: text(given['message']),
    constraint: text(given['constraint']),
  };
}

/** A DOMException's fields are getters of its class, which a spread would leave out. */
function pick(error: object): Record<string, unknown> {
  return Object.fromEntries(
    ['name', 'message', 'constraint'].map((key) => [key, Reflect.get(error, key) as unknown]),
  );
}
