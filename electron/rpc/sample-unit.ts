// In a chunk of its own: most starts never make a sample unit.
export { sampleDefaults } from '../../shared/sample/history';
export { writeSample } from '../storage/sample';
