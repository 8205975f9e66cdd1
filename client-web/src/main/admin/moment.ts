/** What the server tells of itself once a second; all counts go up from the beginning. */
export interface Counted {
  readonly counts: readonly number[];
  readonly sumMillis: number;
}

export interface RoomMoment {
  readonly id: string;
  /** Another one each time the room is opened. */
  readonly address: string;
  readonly mode: string;
  readonly listed: boolean;
  readonly locked: boolean;
  readonly capacity: number;
  readonly tick: number;
  readonly players: number;
  readonly people: number;
  readonly viewers: number;
  readonly budgetMillis: number;
  readonly late: Counted;
  readonly took: Counted;
  readonly phases: Readonly<Record<string, Counted>>;
  readonly dropped: number;
  readonly frames: number;
  readonly bytes: number;
  readonly skipped: number;
  readonly relief: string;
}

export interface Loop {
  readonly connected: number;
  readonly lag: Counted;
  readonly worstLagMillis: number;
}

export interface Machine {
  readonly heapBytes: number;
  readonly heapMaxBytes: number;
  readonly gc: Counted;
  readonly cpuSeconds: number;
  readonly processors: number;
  readonly threads: number;
}

export interface Verdict {
  readonly level: 'well' | 'strained' | 'sick';
  readonly headline: string;
  readonly details: readonly string[];
}

export interface Moment {
  readonly verdict: Verdict;
  readonly draining: boolean;
  readonly rooms: readonly RoomMoment[];
  readonly loops: readonly Loop[];
  readonly machine: Machine;
}
