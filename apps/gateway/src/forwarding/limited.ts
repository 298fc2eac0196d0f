import { type Readable, Transform } from 'node:stream';
import { Refusal } from '@xibu/domain';

/** The same stream, which ends with a Refusal when it brings more than `most` bytes. */
export function limited(stream: Readable, most: number): Readable {
  let size = 0;
  const counter = new Transform({
    transform(part: Buffer, _encoding, done) {
      size += part.length;
      done(size > most ? new Refusal('request.too-large') : null, part);
    },
  });
  stream.once('error', (error) => counter.destroy(error));
  return stream.pipe(counter);
}
