/** Makes one tick's command of what the pilot holds. Owned by the frame loop. */
import type { Shared } from '../facade.ts';
import type { Keyboard } from './keyboard.ts';
import type { Mouse } from './mouse.ts';

const STRAIGHT = 0;
const LEFT = 1;
const RIGHT = 2;
const TOWARDS_AIM = 3;

export class Pilot {
  private readonly shared: Shared;
  private readonly keyboard: Keyboard;
  private readonly mouse: Mouse;

  constructor(shared: Shared, keyboard: Keyboard, mouse: Mouse) {
    this.shared = shared;
    this.keyboard = keyboard;
    this.mouse = mouse;
  }

  /** The command as things stand; own ship is drawn at (x, y) of the page. */
  command(x: number, y: number): number {
    const { keyboard, mouse } = this;
    const turn = this.turn();
    const aim = turn === TOWARDS_AIM ? mouse.aimFrom(x, y) : 0;
    const boost = keyboard.holds('boost');
    const thrust = boost || keyboard.holds('thrust') || mouse.thrusts();
    const fire = keyboard.holds('fire') || mouse.fires();
    const brake = keyboard.holds('brake');
    return this.shared.pack(turn, aim, thrust, brake, boost, fire, keyboard.holds('jump'));
  }

  /** The command was stamped with a tick: taps are spent. */
  stamped(): void {
    this.keyboard.sampled();
    this.mouse.sampled();
  }

  wasActive(): boolean {
    return this.keyboard.wasUsed() || this.mouse.wasUsed();
  }

  private turn(): number {
    const [left, right] = [this.keyboard.holds('left'), this.keyboard.holds('right')];
    if (left !== right) return left ? LEFT : RIGHT;
    return !left && this.mouse.aims() ? TOWARDS_AIM : STRAIGHT;
  }
}
