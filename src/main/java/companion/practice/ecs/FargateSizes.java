package companion.practice.ecs;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The pairs of CPU and memory that Fargate runs (AWS: "Amazon ECS task definition parameters for Fargate", task size).
 */
final class FargateSizes {
    private static final Pattern CPU = Pattern.compile("(?<number>\\d*\\.?\\d+)\\s*(?<unit>vcpu)?");
    private static final Pattern MEMORY = Pattern.compile("(?<number>\\d*\\.?\\d+)\\s*(?<unit>gb|mb)?");

    /** From, to and step of the memory in MiB, by CPU units. */
    private static final Map<Integer, int[]> MEMORY_OF = new TreeMap<>(Map.of(
            512, new int[] {1024, 4096, 1024},
            1024, new int[] {2048, 8192, 1024},
            2048, new int[] {4096, 16384, 1024},
            4096, new int[] {8192, 30720, 1024},
            8192, new int[] {16384, 61440, 4096},
            16384, new int[] {32768, 122880, 8192}));

    private FargateSizes() {}

    static boolean fit(int cpu, int memory) {
        if (cpu == 256) {
            return memory == 512 || memory == 1024 || memory == 2048;
        }
        var range = MEMORY_OF.get(cpu);
        return range != null && memory >= range[0] && memory <= range[1] && memory % range[2] == 0;
    }

    /** CPU units of {@code 256}, {@code .25 vCPU}; null if the text is neither. */
    static @Nullable Integer cpu(String text) {
        var match = CPU.matcher(text.strip().toLowerCase(Locale.ROOT));
        return match.matches() ? scaled(match.group("number"), match.group("unit")) : null;
    }

    /** MiB of {@code 512}, {@code 0.5GB}; null if the text is neither. */
    static @Nullable Integer memory(String text) {
        var match = MEMORY.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            return null;
        }
        var unit = match.group("unit");
        return scaled(match.group("number"), "gb".equals(unit) ? unit : null);
    }

    private static @Nullable Integer scaled(String number, @Nullable String unit) {
        double value = Double.parseDouble(number) * (unit == null ? 1 : 1024);
        return value == Math.rint(value) && value <= Integer.MAX_VALUE ? (Integer) (int) value : null;
    }
}
