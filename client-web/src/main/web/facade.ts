/**
 * The type of the facade over the Java protocol, so that every part can be handed a small stand-in.
 */
export type Shared = typeof import('#shared');
