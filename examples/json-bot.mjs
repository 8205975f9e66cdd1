// A bot in plain JavaScript, over JSON: flies towards whoever is nearest, and shoots.
//
//     node --experimental-websocket examples/json-bot.mjs 127.0.0.1 7777 arena 30      host, port, room, seconds
//
// From Node 22 on the flag is not needed. Its last line is JSON: {"token":..,"seat":..,"worlds":..,"shots":..}

const [host, port, room, seconds] = process.argv.slice(2);
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

socket.onclose = (event) => {
  if (told.worlds === 0) throw new Error(`closed with ${event.code} ${event.reason}`);
};

setTimeout(() => {
  console.log(JSON.stringify(told));
  process.exit();
}, Number(seconds) * 1000);
