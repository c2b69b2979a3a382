import { say } from '../words';

/** The sentence for a port that the system did not give. */
export function cannotListen(port: number, error: unknown): string {
  const { code = String(error) } = error as NodeJS.ErrnoException;
  const key = code === 'EADDRINUSE' ? 'portTaken' : 'cannotListen';
  return say(`serve.${key}`, { port, reason: code });
}
