// A bot in plain JavaScript, over JSON: flies towards whoever is nearest, and shoots.
//
//     node examples/json-bot.mjs                              plays in the arena of a server on this machine
//     node examples/json-bot.mjs 127.0.0.1 7777 arena 30      host, port, room, seconds
//
// Node 20 and 21 need the flag --experimental-websocket before the name. Its last line is JSON: {"token":..,"seat":..,"worlds":..,"shots":..}

const [host = '127.0.0.1', port = '7777', room = 'arena', seconds] = process.argv.slice(2);
if (!globalThis.WebSocket) {
  console.error('no WebSocket here: take Node 22 or newer, or say node --experimental-websocket');
  process.exit(1);
}
const told = { token: '', seat: -1, worlds: 0, shots: 0 };
const socket = new WebSocket(`ws://${host}:${port}/play/${room}`, 'apsis.v1+json');
const say = (message) => socket.send(JSON.stringify(message));

/** Towards the nearest other ship, firing when it is ahead; in circles while there is none. */
function steer(world) {
  const me = world.ships.find((ship) => ship.seat === told.seat);
  if (!me) return { kind: 'command' };
  const far = (ship) => Math.hypot(ship.x - me.x, ship.y - me.y);
  const [there] = world.ships.filter((ship) => ship !== me).sort((a, b) => far(a) - far(b));
  if (!there) return { kind: 'command', turn: 1, thrust: true };
  const aim = (Math.atan2(there.y - me.y, there.x - me.x) * 180) / Math.PI;
  const off = Math.abs(((aim - me.heading + 540) % 360) - 180);
  return { kind: 'command', aim, thrust: off < 60, fire: off < 20 };
}

socket.onopen = () => {
  say({ kind: 'hello', name: 'node json', bot: true });
  say({ kind: 'rate', perSecond: 15 });
};

socket.onmessage = (event) => {
  const message = JSON.parse(event.data);
  if (message.kind === 'welcome') Object.assign(told, { token: message.token, seat: message.seat });
  if (message.kind === 'refusal') console.error(`refused: ${message.text}`);
  if (message.kind === 'world') {
    told.worlds++;
    const shots = message.torpedoes.filter((torpedo) => torpedo.owner === told.seat);
    told.shots = Math.max(told.shots, shots.length);
    say(steer(message));
  }
};

const end = (problem) => {
  if (problem) console.error(problem);
  console.log(JSON.stringify(told));
  process.exit(problem ? 1 : 0);
};

socket.onerror = () => end(`no room ${room} at ${host}:${port}: is ./apsis serve running there?`);
socket.onclose = (event) => end(`closed with ${event.code} ${event.reason}`);
if (seconds) setTimeout(end, Number(seconds) * 1000);
