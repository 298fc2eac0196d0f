import { benches } from './benches.js';
import { measure } from './measure.js';

// One bench in a process of its own, so that what it leaves in memory, and what the compiler learned, is nobody else's.
const [name, rounds] = process.argv.slice(2);
const bench = benches.find((each) => each.name === name);
if (!bench) throw new Error(`there is no bench ${name}`);
process.once('disconnect', () => process.exit(1));
const outcome = await measure(bench, Number(rounds), (line) => console.log(line));
process.send?.(outcome, undefined, undefined, () => process.exit(0));
