import { scenarioFileSchema, stepSchema } from './schema';

/** The keys that a map of a scenario file may have, by where it stands. */
export function knownKeys(path: readonly PropertyKey[]): string[] {
  const [section] = path;
  if (section === 'steps') return path.length === 2 ? Object.keys(stepSchema.shape) : [];
  if (section === 'settings') {
    return Object.keys(scenarioFileSchema.shape.settings.unwrap().shape);
  }
  if (section === 'server') return Object.keys(scenarioFileSchema.shape.server.unwrap().shape);
  return Object.keys(scenarioFileSchema.shape);
}
