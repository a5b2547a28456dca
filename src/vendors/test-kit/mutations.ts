import { type Json, kindOf } from './json-paths.ts';

/** A way in which a vendor's answers may come to differ. `undefined` is 'left out'; the same value: does not apply. */
export type Mutation = (value: Json) => Json | undefined;

const huge = 'x'.repeat(20_000);

export const mutations: Readonly<Record<string, Mutation>> = {
  null: () => null,
  nothing: () => undefined,
  'a word never heard': value => (kindOf(value) === 'string' ? 'zz_never_heard' : value),
  'an empty text': value => (kindOf(value) === 'string' ? '' : value),
  'a huge text': value => (kindOf(value) === 'string' ? huge : value),
  'a number in place of a text': value => (kindOf(value) === 'string' ? 7 : value),
  'a text in place of a number': value => (kindOf(value) === 'number' ? String(value) : value),
  'a number beyond all dates': value => (kindOf(value) === 'number' ? 9e15 : value),
  'a negative number': value => (kindOf(value) === 'number' ? -1 : value),
  'a list': value => (kindOf(value) === 'list' ? value : []),
  'an object': value => (kindOf(value) === 'object' ? value : {}),
};
