// Moves the date of "as known on" with a slider. Without this script the date is typed.
for (const form of document.querySelectorAll("form[data-first-day]")) {
  const slider = form.querySelector("input[type=range]");
  const known = form.querySelector("input[name=known-on]");
  const shown = form.querySelector("output");
  const first = Date.parse(form.dataset.firstDay + "T00:00Z");
  const words = new Intl.DateTimeFormat(document.documentElement.lang, {
    weekday: "short", day: "numeric", month: "short", year: "numeric", timeZone: "UTC",
  });
  const day = () => new Date(first + Number(slider.value) * 86400000);
  const tell = () => {
    shown.textContent = words.format(day());
    slider.setAttribute("aria-valuetext", shown.textContent);
  };
  slider.closest("p").hidden = false;
  tell();
  slider.addEventListener("input", () => {
    tell();
    known.value = day().toISOString().slice(0, 10) + "T23:59";
    if (known.max && known.value > known.max) {
      known.value = known.max;
    }
  });
}
