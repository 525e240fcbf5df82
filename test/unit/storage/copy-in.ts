import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Attachments } from '../../../electron/storage/attachments';
import { DataKey, dataKeySize } from '../../../electron/storage/data-key';

// A process of its own that is killed while it copies files in; prints the hash of each after it
// was acknowledged. Arguments: data folder, folder for the files, `plain` or `sealed`.

const [folder = '', own = '', how = ''] = process.argv.slice(2);
const key = how === 'sealed' ? new DataKey(Buffer.alloc(dataKeySize, 7)) : undefined;
const attachments = new Attachments(folder, key);
console.log('open');
for (let count = 0; ; count += 1) {
  const source = join(own, `${count % 3}.bin`);
  await writeFile(source, randomBytes(1 + ((count * 700_001) % 3_000_000)));
  const { sha256 } = await attachments.add(source);
  console.log(sha256);
}
