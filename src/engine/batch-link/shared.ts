/** Arrays in memory that all threads see. */
export const shared32 = (length: number): Uint32Array => new Uint32Array(new SharedArrayBuffer(length * 4))
export const shared8 = (length: number): Uint8Array => new Uint8Array(new SharedArrayBuffer(length))
