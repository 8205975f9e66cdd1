// A bot that speaks the binary protocol, written from docs/PROTOCOL.md alone: its own decoder, its own predictor.
//
//     node --experimental-websocket examples/binary-bot.mjs 127.0.0.1 7777 arena 30      host, port, room, seconds
//
// From Node 22 on the flag is not needed. Its last line is JSON: {"token":..,"seat":..,"snapshots":..,"desyncs":..,"shots":..}

const SCHEMA = `type ship seat:CONSTANT+11 turnA:EARLIER-8 turnB:LATER-8 driveA:EARLIER+2 driveB:LATER+2 \
x:POSITION-32 y:POSITION-32 vx:VELOCITY-24 vy:VELOCITY-24 heading:ANGLE+16 hull:SCALAR+7 flags:FLAGS+3 \
| energy:SCALAR+15 reload:COUNTDOWN+8 jump:COUNTDOWN+12 arming:COUNTDOWN+5 shield:COUNTDOWN+10
silent torpedo owner:OWNER+11 shot:CONSTANT+8 life:COUNTDOWN+9 x:POSITION-32 y:POSITION-32 vx:VELOCITY-24 vy:VELOCITY-24 |
silent shard worth:CONSTANT+6 life:COUNTDOWN+12 x:POSITION-32 y:POSITION-32 vx:VELOCITY-24 vy:VELOCITY-24 |
event hit by:CONSTANT+11 damage:SCALAR+7
event burst size:SCALAR+4
`;
let schema = 0x811c9dc5;
for (const c of SCHEMA) schema = Math.imul(schema ^ c.charCodeAt(0), 0x01000193);

const parse = (text) =>
  [...text.matchAll(/(\w+):([A-Z]+)([+-])(\d+)/g)].map(([, name, kind, sign, bits]) => ({
    name, kind, signed: sign === '-', bits: Number(bits),
  }));
const lines = SCHEMA.trim().split('\n');
const TYPES = lines.slice(0, 3).map((line) => parse(line.split('|')[0]));
const SECRETS = parse(lines[0].split('|')[1]);
const EVENTS = lines.slice(3).map(parse);
const [SHIP, TORPEDO] = [0, 1];

class Bits {
  constructor(bytes) { this.bytes = bytes; this.at = 0; }
  read(bits) {
    let value = 0;
    for (let i = 0; i < bits; i++, this.at++) {
      if (this.at >> 3 >= this.bytes.length) throw new Error('the message ends too early');
      value |= ((this.bytes[this.at >> 3] >> (this.at & 7)) & 1) << i;
    }
    return value;
  }
  signed(bits) { return bits === 0 ? 0 : (this.read(bits) << (32 - bits)) >> (32 - bits); }
  unsigned32() { return this.read(32) >>> 0; }
  field({ bits, signed }) { return signed ? this.signed(bits) : this.read(bits); }
  eg(k) {
    let zeros = 0;
    while (this.read(1) === 0) zeros++;
    const width = zeros + k;
    return this.read(width) + (1 << width) - (1 << k);
  }
  varint() {
    for (let value = 0, up = 0; ; up += 7) {
      const more = this.read(1);
      value |= this.read(7) << up;
      if (!more) return value;
    }
  }
  text() { return new TextDecoder().decode(Uint8Array.from({ length: this.varint() }, () => this.read(8))); }
  seat() { return this.read(1) ? this.read(11) : -1; }
}

class Writer {
  bits = [];
  write(value, bits) { for (let i = 0; i < bits; i++) this.bits.push((value >>> i) & 1); return this; }
  text(text) {
    const utf8 = new TextEncoder().encode(text);
    this.write(0, 1).write(utf8.length, 7); // all of ours are shorter than 128
    for (const byte of utf8) this.write(byte, 8);
    return this;
  }
  bytes() {
    const bytes = new Uint8Array((this.bits.length + 7) >> 3);
    this.bits.forEach((bit, i) => { bytes[i >> 3] |= bit << (i & 7); });
    return bytes;
  }
}

// --- chapter 5: motion

const G = 65536;
const COS = [1];
for (let i = 0, s = 0; i < 4096; i++) {
  const [C, S] = [0.9999988234517019, 0.0015339801862847655];
  const c2 = COS[i] * C - s * S;
  const s2 = s * C + COS[i] * S;
  const length = Math.sqrt(c2 * c2 + s2 * s2);
  COS[i + 1] = c2 / length;
  s = s2 / length;
}
const cos = (heading) => COS[(heading & 0xffff) >>> 4];
const sin = (heading) => cos(heading - 16384);
const cosFine = (fine) => {
  const i = fine >>> 20;
  return COS[i] + (COS[i + 1] - COS[i]) * ((fine & 0xfffff) / 1048576);
};
const round = (v) => Math.floor(v + 0.5);
const within = (v) => Math.max(-32000 * G, Math.min(32000 * G, v));

class Motion {
  constructor(arena) { this.arena = arena; this.T = arena.ticksPerSecond; }
  bodies(tick) {
    const places = [];
    for (const body of this.arena.bodies) {
      const angle = (body.phase + Math.imul(tick, body.anglePerTick)) | 0;
      const from = body.parent > 0 ? places[body.parent - 1] : { x: 0, y: 0 };
      places.push({
        ...body,
        x: from.x + body.orbit * cosFine(angle),
        y: from.y + body.orbit * cosFine((angle - (1 << 30)) | 0),
      });
    }
    return places;
  }
  move(e, tick, push, drag) {
    const { T } = this;
    const x = e.x / G;
    const y = e.y / G;
    let ax = push ? cos(e.heading) * push : 0;
    let ay = push ? sin(e.heading) * push : 0;
    for (const body of this.bodies(tick)) {
      const dx = body.x - x;
      const dy = body.y - y;
      const d2 = Math.max(dx * dx + dy * dy, body.radius * body.radius);
      const p = (body.pull * (G / (T * T))) / (d2 * Math.sqrt(d2));
      ax += dx * p;
      ay += dy * p;
    }
    const out = Math.sqrt(x * x + y * y) - this.arena.radius;
    if (out > 0) {
      const q = (((1.6 * G) / (T * T)) * out) / (out + this.arena.radius);
      ax -= x * q;
      ay -= y * q;
    }
    this.speed(e, e.vx + (ax - e.vx * drag), e.vy + (ay - e.vy * drag));
    e.x = within(e.x + e.vx);
    e.y = within(e.y + e.vy);
  }
  speed(e, vx, vy) {
    const fastest = (2400 * G) / this.T;
    const speed = Math.sqrt(vx * vx + vy * vy);
    const part = speed > fastest ? fastest / speed : 1;
    e.vx = round(vx * part);
    e.vy = round(vy * part);
  }
  ship(e, turn, drive, tick) {
    const { T } = this;
    e.heading = (e.heading + round((turn * ((4.2 / T) * (65536 / 6.283185307179586))) / 127)) & 0xffff;
    this.move(e, tick, ((340 * G) / (T * T)) * [0, 1, 1.8, -0.6][drive], 0.68 / T);
  }
  /** Moves a ship's row through the ticks from..to of a step of n ticks that `now` ends. */
  steps(e, before, now, tick, n, to) {
    for (let i = 0; i < to; i++) {
      const left = n - i;
      const turn = left === 1 ? now.turnB : left === 2 ? now.turnA : before.turnB;
      const drive = left === 1 ? now.driveB : left === 2 ? now.driveA : before.driveB;
      this.ship(e, turn, drive, tick + i);
    }
  }
  launch(ship) {
    const { T } = this;
    const e = { owner: ship.seat, life: round(1.8 * T) };
    e.x = within(ship.x + round(cos(ship.heading) * (19 * G)));
    e.y = within(ship.y + round(sin(ship.heading) * (19 * G)));
    this.speed(e, ship.vx + cos(ship.heading) * ((700 * G) / T), ship.vy + sin(ship.heading) * ((700 * G) / T));
    return e;
  }
}

// --- chapter 3: snapshots

const widthOf = (count) => (count <= 1 ? 0 : 32 - Math.clz32(count - 1));

class World {
  roster = [];
  tick = 0;
  desyncs = 0;
  constructor(welcome) { this.motion = new Motion(welcome.arena); this.welcome = welcome; }
  read(bits) {
    let n = 0;
    if (bits.read(1)) {
      this.roster = [];
      this.tick = bits.unsigned32();
    } else {
      n = (1 << bits.read(2)) * this.welcome.ticksPerFrame;
    }
    const from = this.tick;
    this.tick += n;
    if (bits.read(1)) { bits.eg(1); bits.signed(6); }
    this.coast(from, n);
    this.leave(bits);
    for (const e of this.roster) if (e.type === SHIP) this.delta(bits, e, from, n);
    const stayed = this.roster.length;
    for (let count = bits.eg(0); count > 0; count--) this.roster.push(this.enter(bits, stayed, from, n));
    const own = this.roster.findIndex((e) => e.type === SHIP && e.now.seat === this.welcome.seat);
    if (own >= stayed) for (const field of SECRETS) bits.field(field);
    else if (own >= 0 && !bits.read(1)) for (const field of SECRETS) if (bits.read(1)) bits.field(field);
    for (let count = bits.eg(0); count > 0; count--) {
      const event = EVENTS[bits.read(1)];
      bits.read(widthOf(this.roster.length));
      for (const field of event) bits.field(field);
    }
    if ((this.tick / this.welcome.ticksPerFrame) % 32 === 0) this.desyncs += bits.read(16) === this.hash() ? 0 : 1;
  }
  coast(from, n) {
    for (const e of this.roster) {
      if (e.type === SHIP) continue;
      for (let i = 0; i < n; i++) this.motion.move(e.now, from + i, 0, 0);
      e.now.life = Math.max(0, e.now.life - n);
    }
    this.roster = this.roster.filter((e) => e.type === SHIP || e.now.life > 0);
  }
  leave(bits) {
    const width = widthOf(this.roster.length);
    const gone = new Set();
    for (let count = bits.eg(0); count > 0; count--) { gone.add(bits.read(width)); bits.read(1); }
    this.roster = this.roster.filter((_, i) => !gone.has(i));
  }
  delta(bits, e, from, n) {
    const before = e.now;
    const now = { ...before };
    e.before = before;
    e.now = now;
    const quiet = bits.read(1);
    const said = !quiet && bits.read(1);
    const lever = () => [0, 127, -127][bits.read(2)] ?? bits.signed(8);
    now.turnA = said && bits.read(1) ? lever() : before.turnB;
    now.turnB = said && bits.read(1) ? lever() : now.turnA;
    now.driveA = said && bits.read(1) ? bits.read(2) : before.driveB;
    now.driveB = said && bits.read(1) ? bits.read(2) : now.driveA;
    this.motion.steps(now, before, now, from, n, n);
    if (!quiet && bits.read(1)) {
      for (const run of [['x', 'y'], ['vx', 'vy'], ['heading']]) {
        const width = bits.read(6);
        for (const name of run) now[name] = (now[name] + bits.signed(width)) | 0;
      }
      now.heading &= 0xffff;
    }
    if (!quiet && bits.read(1)) {
      if (bits.read(1)) now.hull = bits.read(7);
      if (bits.read(1)) now.flags = bits.read(3);
    }
  }
  enter(bits, stayed, from, n) {
    const type = bits.read(2);
    if (type === TORPEDO && bits.read(1)) {
      const owner = this.roster[bits.read(widthOf(stayed))];
      const age = bits.read(widthOf(n));
      const shot = bits.read(8);
      const ship = age === 0 ? owner.now : { ...owner.before };
      if (age > 0) this.motion.steps(ship, owner.before, owner.now, from, n, n - age);
      const now = { shot, ...this.motion.launch(ship) };
      for (let i = 0; i < age; i++) this.motion.move(now, from + n - age + i, 0, 0);
      now.life -= age;
      return { type, now };
    }
    const now = {};
    for (const field of TYPES[type]) now[field.name] = bits.field(field);
    return { type, now };
  }
  hash() {
    let h = this.roster.length;
    for (const e of this.roster) {
      for (const { name } of TYPES[e.type]) {
        h = Math.imul(h ^ e.now[name], 0x01000193);
        h ^= h >>> 15;
      }
    }
    return (h ^ (h >>> 16)) & 0xffff;
  }
}

// --- chapter 2: messages

function readWelcome(bits) {
  const welcome = { seat: bits.seat(), token: bits.text(), room: bits.text() };
  welcome.tick = bits.unsigned32();
  welcome.ticksPerFrame = bits.read(4);
  welcome.behaviorVersion = bits.read(16);
  const arena = { radius: bits.read(16), ticksPerSecond: bits.read(8), bodies: [] };
  for (let count = bits.read(7); count > 0; count--) {
    arena.bodies.push({
      type: bits.read(2), radius: bits.read(16), pull: bits.read(32), parent: bits.read(7),
      orbit: bits.read(16), phase: bits.read(32), anglePerTick: bits.read(32),
    });
  }
  return { ...welcome, arena };
}

/** Towards the nearest other ship, firing when it is ahead; packed as it travels. */
function command(world, writer) {
  const ships = world.roster.filter((e) => e.type === SHIP).map((e) => e.now);
  const me = ships.find((ship) => ship.seat === world.welcome.seat);
  const far = (ship) => Math.hypot(ship.x - me.x, ship.y - me.y);
  const [prey] = ships.filter((ship) => ship !== me).sort((a, b) => far(a) - far(b));
  if (!me) return writer.write(0, 2).write(0, 5);
  const aim = prey ? Math.atan2(prey.y - me.y, prey.x - me.x) : Math.atan2(me.x, -me.y);
  const heading = Math.round((aim / (2 * Math.PI)) * 65536) & 0xffff;
  const off = Math.abs(((heading - me.heading) << 16) >> 16);
  const thrust = off < 11000 ? 1 : 0;
  const fire = off < 3600 ? 8 : 0;
  return writer.write(3, 2).write(heading, 16).write(thrust | fire, 5);
}

const [host, port, room, seconds] = process.argv.slice(2);
const socket = new WebSocket(`ws://${host}:${port}/play/${room}`, 'apsis.v1');
socket.binaryType = 'arraybuffer';
const told = { token: '', seat: -1, snapshots: 0, desyncs: 0, shots: 0 };
let world;

socket.onopen = () => {
  const hello = new Writer().write(0, 4).write(schema, 32).text('node').text('').text('');
  socket.send(hello.write(0, 1).write(1, 1).write(0, 1).bytes());
};
socket.onclose = ({ code, reason }) => { console.error('closed', code, reason); process.exit(1); };
socket.onmessage = ({ data }) => {
  const bits = new Bits(new Uint8Array(data));
  const kind = bits.read(4);
  if (kind === 1) {
    world = new World(readWelcome(bits));
    Object.assign(told, { token: world.welcome.token, seat: world.welcome.seat });
  } else if (kind === 2) {
    console.error('refused', bits.read(16), bits.text());
  } else if (kind === 0) {
    world.read(bits);
    const own = world.roster.filter((e) => e.type === TORPEDO && e.now.owner === told.seat);
    Object.assign(told, {
      snapshots: told.snapshots + 1,
      desyncs: world.desyncs,
      shots: Math.max(told.shots, own.length),
    });
    const wish = new Writer().write(1, 4).write(world.tick, 10).write(world.tick + 3, 10).write(2, 3);
    socket.send(command(world, command(world, wish)).bytes());
  }
};
setTimeout(() => {
  console.log(JSON.stringify(told));
  process.exit(0);
}, seconds * 1000);
