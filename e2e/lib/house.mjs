// A Titian of one's own, started by bin/run as people start it: it may be stopped, killed, and started again.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const HERE = new URL('../..', import.meta.url).pathname;
const START = 180;
const END = 60;

/** Ports of its own, beside those of the house that the other journeys share. */
const base = Number(process.env.PORT ?? 18080) + 50;
export const PORTS = { PORT: `${base}`, OUTSIDE_PORT: `${base + 10}`, OUTSIDE_SMTP_PORT: `${base + 20}` };

export class House {
  data = mkdtempSync(join(process.env.HOUSES ?? tmpdir(), 'house-'));
  said = '';
  #run = null;
  #former = 0;

  /** Runs bin/run until the first page, or fails with all it said. */
  async start() {
    this.#spawn('bin/run', [], {});
    await this.#until('the first page', START, () => {
      assert.ok(this.#lives(), `bin/run ended instead of starting Titian. It said:\n${this.said}`);
      return this.said.includes('First page after');
    });
  }

  /** Runs bin/run where it must refuse, and returns what it said. */
  async refuses({ settings = {}, command = ['bin/run'], within = 60 } = {}) {
    this.#spawn(command[0], command.slice(1), settings);
    await this.#until('the refusal', within, () => !this.#lives());
    assert.equal(this.#run.exitCode, 1, `bin/run refuses with the status 1. It said:\n${this.said}`);
    return this.said.trim();
  }

  /** Ctrl-C: the terminal tells every process in the foreground. */
  async pressCtrlC() {
    process.kill(-this.#run.pid, 'SIGINT');
    await this.hasEnded();
  }

  /** These die at once, as the system kills: application, outside, run; or all of them, as when the power fails. */
  async kill(...names) {
    const pids = names.includes('everything') ? this.processes() : names.map(name => this.#pid(name));
    pids.forEach(pid => signal(pid, 'SIGKILL'));
    await this.#until('the death of what was killed', 10, () => !pids.some(isRunning));
    if (!names.includes('run') && !names.includes('everything')) {
      await this.hasEnded();
    }
  }

  async hasEnded() {
    await this.#until('the end of bin/run', END, () => !this.#lives());
  }

  /** Whatever still runs for this house: it knows the house's folder, or stems from it. */
  processes() {
    return readdirSync('/proc').filter(name => /^\d+$/.test(name)).map(Number).filter(pid => this.#owns(pid));
  }

  /** What happened in between, nothing of this house stays; what had to be killed is a failure. */
  async end() {
    if (this.#run && this.#lives()) {
      this.#run.kill('SIGTERM');
      await this.hasEnded().catch(() => {});
    }
    const left = this.processes();
    const names = left.map(commandOf);
    left.forEach(pid => signal(pid, 'SIGKILL'));
    this.#run?.stdout.destroy();
    this.#run?.stderr.destroy();
    assert.deepEqual(names, [], 'nothing is left running');
  }

  /** Nothing that was fed to this house stands open in its tables, nor in the log of this life or of one before. */
  tellsOnNobody() {
    const looked = spawnSync('e2e/traces', [this.data], { cwd: HERE, encoding: 'utf8' });
    assert.equal(looked.status, 0, looked.stdout + looked.stderr);
    assert.match(looked.stdout, new RegExp(`and ${this.#former + 1} logs`));
  }

  #spawn(command, args, settings) {
    this.said = '';
    this.#keepLog();
    this.#run = spawn(command, args, {
      cwd: HERE, detached: true, stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...PORTS, TITIAN_DATA: this.data, ...settings },
    });
    for (const stream of [this.#run.stdout, this.#run.stderr]) {
      stream.on('data', text => { this.said += text; });
    }
  }

  /** bin/run begins a new log with each life. */
  #keepLog() {
    if (existsSync(join(this.data, 'titian.log'))) {
      this.#former += 1;
      renameSync(join(this.data, 'titian.log'), join(this.data, `titian-${this.#former}.log`));
    }
  }

  #lives() {
    return this.#run.exitCode === null && this.#run.signalCode === null;
  }

  #pid(name) {
    return Number(readFileSync(join(this.data, `${name}.pid`), 'utf8'));
  }

  #owns(pid) {
    try {
      return readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0').includes(`TITIAN_DATA=${this.data}`)
        || readlinkSync(`/proc/${pid}/exe`).startsWith(this.data);
    } catch {
      return false; // it ended meanwhile, or is somebody else's
    }
  }

  async #until(what, seconds, isSo) {
    const until = Date.now() + seconds * 1000;
    while (!isSo()) {
      if (Date.now() > until) {
        assert.fail(`${what} did not come within ${seconds} s. Running: ${this.processes().map(commandOf).join('; ')
          || 'nothing'}. bin/run said:\n${this.said}`);
      }
      await new Promise(done => setTimeout(done, 50));
    }
  }
}

function isRunning(pid) {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // it is gone already
  }
}

function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim().slice(0, 200);
  } catch {
    return `process ${pid}`;
  }
}
