/**
 * The type of the facade over the Java protocol, so that every part can be handed a small stand-in.
 */
type Bytes = Int8Array<ArrayBuffer>;

/** What a newer protocol can say too; asked for before use. */
interface Newer {
  say?(team: boolean, text: string): Bytes;
  pause?(on: boolean): Bytes;
  follow?(seat: number): Bytes;
}

export type Shared = typeof import('#shared') & Newer;
