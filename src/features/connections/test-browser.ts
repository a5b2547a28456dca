// For tests of components: jsdom lays nothing out, so there is nothing to scroll to and no size that changes.
Element.prototype.scrollIntoView ??= () => {};
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

export {};
