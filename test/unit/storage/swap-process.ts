import { swapForever } from './swap';

const [folder = '', from = '0'] = process.argv.slice(2);
console.log('open');
await swapForever(folder, Number(from));
