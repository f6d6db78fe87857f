// A line to Titian that can be cut and mended, for one device alone.
import { once } from 'node:events';
import { connect, createServer } from 'node:net';

export class Line {
  #server = createServer(near => this.#join(near));
  #ends = new Set();
  #to;
  #port = 0;

  static async to(address) {
    const line = new Line();
    line.#to = new URL(address);
    await line.mend();
    return line;
  }

  get address() {
    return `http://localhost:${this.#port}`;
  }

  async mend() {
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = this.#server.address().port;
  }

  async cut() {
    this.#server.close();
    this.#ends.forEach(end => end.destroy());
    this.#ends.clear();
  }

  async close() {
    await this.cut();
  }

  #join(near) {
    const far = connect(Number(this.#to.port), this.#to.hostname);
    for (const [end, other] of [[near, far], [far, near]]) {
      this.#ends.add(end);
      end.on('error', () => other.destroy());
      end.on('close', () => this.#ends.delete(end));
      end.pipe(other);
    }
  }
}
