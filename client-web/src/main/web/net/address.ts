/** Which room this page is for, and where its socket is. */
const DEFAULT_ROOM = 'arena';

/** `/play/{room}` names the room; any other path is the default room's. */
export function roomOf(path: string): string {
  const found = /^\/play\/([^/]+)\/?$/.exec(path);
  return found ? decodeURIComponent(found[1]!) : DEFAULT_ROOM;
}

export function socketAddress(page: Pick<Location, 'protocol' | 'host'>, room: string): string {
  const scheme = page.protocol === 'https:' ? 'wss' : 'ws';
  return `${scheme}://${page.host}/play/${encodeURIComponent(room)}`;
}
