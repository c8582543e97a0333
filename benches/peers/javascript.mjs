// The JavaScript peers: N working days after each day, their answers and their times. `node javascript.mjs FOLDER N`,
// from a folder with node_modules. A slow one is timed on the first dates only. Times are the best of three rounds.

import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, n] = [process.argv[2], Number(process.argv[3])];
const need = createRequire(join(folder, 'node/'));
const bytes = readFileSync(join(folder, 'days.bin'));
const days = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
const rules = JSON.parse(readFileSync(join(folder, 'rules.json'), 'utf8'));
const version = name => JSON.parse(readFileSync(join(folder, 'node/node_modules', name, 'package.json'), 'utf8')).version;
const results = [];

/** Times `shift` over the first `count` days, made into what the library takes before the clock starts. */
function contest(library, call, answers, count, make, shift, number) {
  const starts = Array.from(days.subarray(0, count), make);
  const shifted = new Array(count);
  let best = Infinity;
  for (let round = 0; round < 3; round++) {
    const start = process.hrtime.bigint();
    for (let place = 0; place < count; place++) shifted[place] = shift(starts[place]);
    best = Math.min(best, Number(process.hrtime.bigint() - start));
  }
  writeFileSync(join(folder, answers), Buffer.from(Int32Array.from(shifted, number).buffer));
  results.push({ library: `${library} ${version(library)}`, call, answers, ns: best / count });
}

const DAY = 86_400_000;
const { addBusinessDays } = need('date-fns');
contest('date-fns', 'addBusinessDays', 'date-fns.bin', days.length,
  day => new Date(day * DAY), day => addBusinessDays(day, n), day => day.getTime() / DAY);

const dayjs = need('dayjs');
dayjs.extend(need('dayjs/plugin/utc'));
const plugin = need('dayjs-business-days2');
dayjs.extend(plugin.default ?? plugin, {
  holidays: rules.holidays,
  holidayFormat: 'YYYY-MM-DD',
  additionalWorkingDays: rules.worked_weekends,
  additionalWorkingDayFormat: 'YYYY-MM-DD',
});
contest('dayjs-business-days2', 'businessDaysAdd', 'dayjs.bin', 20_000,
  day => dayjs.utc(day * DAY), day => day.businessDaysAdd(n), day => day.valueOf() / DAY);

console.log(JSON.stringify(results));
