// An element with its facts, and in it what is given and is not null.
export const make = (tag, facts = {}, ...inside) => {
  const element = Object.assign(document.createElement(tag), facts);
  element.append(...inside.filter((each) => each !== null));
  return element;
};
