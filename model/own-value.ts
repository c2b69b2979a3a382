/**
 * The value that a table itself holds under a key that came from outside; undefined for any other key. A plain
 * lookup would also find what every object inherits, such as `valueOf`.
 */
export function ownValue<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
