import fc from 'fast-check';

// The same histories on every run; CASEFOLD_SEED tries others.
fc.configureGlobal({ seed: Number(process.env['CASEFOLD_SEED'] ?? 20_261_122) });
