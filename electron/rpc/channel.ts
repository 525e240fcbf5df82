// The contract itself, with its schemas, stays out of the first chunks and the preload. The types
// make sure that these names are the contract's.

/** The channel for calls. */
export const callChannel: typeof import('../../shared/rpc').callChannel = 'touyan:call';

/** The channel for events. */
export const eventChannel: typeof import('../../shared/rpc').eventChannel = 'touyan:event';
