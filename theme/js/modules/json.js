// What lies in a JSON file of the site. The error of what is not there has the number that the server answers as its message.
export const fetched = async (address, options) => {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(response.status);
  return response.json();
};
