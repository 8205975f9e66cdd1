/**
 * Reads fields of a letter; throws an Error naming the one that is missing or of the wrong type.
 */
export type Parsed = Readonly<Record<string, unknown>>;

export function fieldsIn(value: unknown, name: string): Parsed {
  if (typeof value !== 'object' || value === null) throw new Error(`${name} is not a record`);
  return value as Parsed;
}

export function list(fields: Parsed, name: string): readonly unknown[] {
  const value = fields[name];
  if (!Array.isArray(value)) throw new Error(`${name} is not a list`);
  return value;
}

export function text(fields: Parsed, name: string): string {
  const value = fields[name];
  if (typeof value !== 'string') throw new Error(`${name} is not a text`);
  return value;
}

export function number(fields: Parsed, name: string): number {
  const value = fields[name];
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new Error(`${name} is not a number`);
  }
  return value;
}

/** A number that a server may leave out. */
export function numberOr(fields: Parsed, name: string, otherwise: number): number {
  return fields[name] === undefined ? otherwise : number(fields, name);
}
