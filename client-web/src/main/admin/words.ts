/** Figures as people read them. Pure. */
export function millis(value: number): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
}

export function bytes(value: number): string {
  if (value < 1000) return `${Math.round(value)} B`;
  const [scaled, unit] = value < 1e6 ? [value / 1e3, 'kB'] : [value / 1e6, 'MB'];
  return `${scaled < 10 ? scaled.toFixed(1) : Math.round(scaled)} ${unit}`;
}

export function perSecond(value: number): string {
  return `${bytes(value)}/s`;
}

export function count(value: number): string {
  return String(Math.round(value));
}

export function duration(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}

/** A moment of the server's, on the clock of whoever reads. */
export function moment(iso: string): string {
  return new Date(iso).toLocaleString();
}
