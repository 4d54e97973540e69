import {
	BarController,
	BarElement,
	BubbleController,
	CategoryScale,
	Chart,
	Filler,
	Legend,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	RadarController,
	RadialLinearScale,
	Tooltip
} from 'chart.js';

// Only what our charts use: half of the library's weight.
Chart.register(
	BarController,
	BarElement,
	BubbleController,
	CategoryScale,
	Filler,
	Legend,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	RadarController,
	RadialLinearScale,
	Tooltip
);

export { Chart };
