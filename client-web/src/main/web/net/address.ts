/** Which room this page is for, and where its socket is. */
/** `/play/{room}` names the room; any other path is the lobby's: null. */
export function roomOf(path: string): string | null {
  const found = /^\/play\/([^/]+)\/?$/.exec(path);
  return found ? decodeURIComponent(found[1]!) : null;
}

/** The page of a room, flying there or watching, or of the lobby; what else was asked for stays. */
export function addressOf(room: string | null, watching: boolean, search: string): string {
  const asked = new URLSearchParams(search);
  asked.delete('watch');
  if (watching) asked.set('watch', '');
  const words = asked.toString().replace(/=(?=&|$)/g, '');
  const path = room === null ? '/' : `/play/${encodeURIComponent(room)}`;
  return words === '' ? path : `${path}?${words}`;
}

/** Where those play whose network lets no WebSocket through. */
export function streamAddress(room: string): string {
  return `/play/${encodeURIComponent(room)}/stream`;
}

export function socketAddress(page: Pick<Location, 'protocol' | 'host'>, room: string): string {
  const scheme = page.protocol === 'https:' ? 'wss' : 'ws';
  return `${scheme}://${page.host}/play/${encodeURIComponent(room)}`;
}
