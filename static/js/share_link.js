/** Copying the plan's link, and handing it to other programs where the browser can. */

const prepared = (root, name) => root.querySelector(`template[data-role="${name}"]`)?.content.firstElementChild;

async function copy(field, box) {
  const done = box.querySelector('[role="status"]');
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    done.textContent = box.dataset.copied;
  } catch {
    done.textContent = box.dataset.failed;
  }
}

/** A reader who closes the sheet of programs has changed their mind; that is no failure. */
async function hand(field, box) {
  try {
    await navigator.share({ title: box.dataset.title, url: field.value });
  } catch (error) {
    if (error.name !== "AbortError") await copy(field, box);
  }
}

/** Puts the buttons behind the link's field, once. */
export function offerSharing(plan) {
  const field = plan.querySelector("#plan-link");
  if (!field || plan.querySelector(".plan-sharing")) return;
  const box = prepared(plan, "plan-sharing")?.cloneNode(true);
  if (!box) return;
  for (const [name, act, can] of [["copy", copy, navigator.clipboard], ["share", hand, navigator.share]]) {
    const button = box.querySelector(`[value="${name}"]`);
    button.hidden = !can;
    button.addEventListener("click", () => act(field, box));
  }
  field.closest("p, div, .field, label").after(box);
}
