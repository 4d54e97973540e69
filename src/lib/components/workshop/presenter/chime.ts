/** Two soft notes, the second a fifth above the first, in hertz. */
const NOTES = [523.25, 783.99];
const NOTE_SECONDS = 0.9;
const BETWEEN_SECONDS = 0.28;
const VOLUME = 0.12;

/** Plays the quiet sound for the end of a timer; nothing where sound is not possible or not allowed yet. */
export function chime(audio: AudioContext): void {
	if (audio.state !== 'running') return;
	for (const [at, frequency] of NOTES.entries()) {
		const start = audio.currentTime + at * BETWEEN_SECONDS;
		const gain = audio.createGain();
		gain.gain.setValueAtTime(0, start);
		gain.gain.linearRampToValueAtTime(VOLUME, start + 0.02);
		gain.gain.exponentialRampToValueAtTime(0.0001, start + NOTE_SECONDS);
		const note = audio.createOscillator();
		note.type = 'sine';
		note.frequency.value = frequency;
		note.connect(gain).connect(audio.destination);
		note.start(start);
		note.stop(start + NOTE_SECONDS);
	}
}
