/**
 * Holds the compiled protocol against docs/vectors: in Node by Vitest, in a browser by VectorsIT.
 * Each check returns what differs, '' if nothing does.
 */

const bytes = (hex) => Int8Array.from(hex.match(/../g) ?? [], (two) => Number.parseInt(two, 16));
const hexOf = (view) => Array.from(view, (b) => (b & 255).toString(16).padStart(2, '0')).join('');

const add = (hash, value) => {
  const mixed = Math.imul(hash ^ value, 0x01000193);
  return mixed ^ (mixed >>> 15);
};

/** A million steps of a ship, of a torpedo and of the bodies; see MotionVectorsTest. */
export function motion(shared, vectors) {
  shared.receive(bytes(vectors.welcome));
  let random = 1;
  let hash = 0;
  const next = () => {
    random ^= random << 13;
    random ^= random >>> 17;
    random ^= random << 5;
    return random;
  };
  const run = (name, step) => {
    for (let n = 0; n < vectors.steps; n++) {
      step(n);
      const done = (n + 1) / vectors.checkEvery;
      if (Number.isInteger(done) && hash !== vectors[name][done - 1]) {
        return `${name} at step ${n + 1}: ${hash}, not ${vectors[name][done - 1]}`;
      }
    }
    return '';
  };
  const field = (type, name) => shared.fieldIndex(type, name);
  const ship = new Int32Array(12);
  const secrets = new Int32Array(5);
  let command = 0;
  const flown = run('ship', (tick) => {
    if (tick % 1000 === 0) {
      ship[field('ship', 'x')] = next() >> 3;
      ship[field('ship', 'y')] = next() >> 3;
    }
    if (tick % 7 === 0) command = next() >>> 9;
    shared.fly(ship, 0, secrets, 0, command, tick);
    for (const value of ship) hash = add(hash, value);
    for (const value of secrets) hash = add(hash, value);
  });
  const torpedo = new Int32Array(7);
  const type = shared.typeIndex('torpedo');
  const x = field('torpedo', 'x');
  const fallen = run('torpedo', (tick) => {
    if (tick % 100 === 0) {
      torpedo[x] = next() >> 3;
      torpedo[x + 1] = next() >> 3;
      torpedo[x + 2] = next() >> 12;
      torpedo[x + 3] = next() >> 12;
    }
    shared.drift(type, torpedo, 0, tick, 1);
    for (const value of torpedo) hash = add(hash, value);
  });
  const places = new Float64Array(128);
  const placed = run('bodies', () => {
    const count = shared.bodies(next() >>> 2, places);
    for (let i = 0; i < 2 * count; i++) hash = add(hash, Math.floor(places[i] * 65536));
  });
  return flown || fallen || placed;
}

export function messages(shared, vectors) {
  for (const { hex, letter } of vectors.server) {
    shared.receive(bytes(hex));
    if (shared.letter() !== letter) return `${hex} is read as ${shared.letter()}, not ${letter}`;
  }
  const said = vectors.client.filter(({ kind }) => kind === 'Ping').map(({ hex }) => hex);
  const pings = [0, 65535].map((serial) => hexOf(shared.ping(serial)));
  return said.join() === pings.join() ? '' : `pings are ${pings}, not ${said}`;
}

/** A fight as one viewer was told of it; see SnapshotVectorsTest. */
export function snapshots(shared, vectors) {
  shared.receive(bytes(vectors.welcome));
  for (const { hex, tick, count, self, hash } of vectors.snapshots) {
    shared.receive(bytes(hex));
    const got = world(shared, vectors.fields);
    if (shared.tick() !== tick || shared.count() !== count || shared.self() !== self) {
      return `tick ${tick}: ${shared.count()} entities at tick ${shared.tick()}`;
    }
    if (got !== hash) return `tick ${tick}: the world hashes to ${got}, not ${hash}`;
  }
  return '';
}

function world(shared, fields) {
  const [types, rows, stride] = [shared.types(), shared.rows(), shared.stride()];
  let hash = 0;
  for (let i = 0; i < shared.count(); i++) {
    for (let f = 0; f < fields[types[i]]; f++) hash = add(hash, rows[i * stride + f]);
  }
  if (shared.self() >= 0) for (const secret of shared.secrets()) hash = add(hash, secret);
  return hash;
}

/** Random and mutated bytes: each is read or refused with an Error that says where, in time. */
export function fuzz(shared, vectors, rounds) {
  let random = 7;
  const next = (bound) => {
    random ^= random << 13;
    random ^= random >>> 17;
    random ^= random << 5;
    return (random >>> 0) % bound;
  };
  const all = vectors.snapshots.map(({ hex }) => hex);
  let refused = 0;
  for (let round = 0; round < rounds; round++) {
    shared.receive(bytes(vectors.welcome));
    for (let i = 0; i < 8; i++) {
      const message = bytes(all[i]);
      const broken = i > 0 && next(2) === 0;
      for (let n = broken ? 1 + next(4) : 0; n > 0; n--) {
        message[next(message.length)] = next(256);
      }
      if (next(16) === 0) for (let k = 0; k < message.length; k++) message[k] = next(256);
      try {
        shared.receive(message);
      } catch (error) {
        refused++;
        if (!/ at bit \d+/.test(String(error.message))) return `refused without a place: ${error}`;
        break;
      }
    }
  }
  return refused > 0 ? '' : 'nothing was refused';
}

/** Microseconds for reading one snapshot of about twenty ships, warm. */
export function microsPerSnapshot(shared, vectors) {
  const all = vectors.snapshots.map(({ hex }) => bytes(hex));
  const pass = () => {
    shared.receive(bytes(vectors.welcome));
    const from = performance.now();
    for (const message of all) shared.receive(message);
    return ((performance.now() - from) * 1000) / all.length;
  };
  const times = Array.from({ length: 60 }, pass).slice(20);
  return times.sort((a, b) => a - b)[times.length >> 1];
}
