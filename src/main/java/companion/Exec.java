package companion;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Map;

/**
 * Another program in place of this one, in the same process: {@code execve}. What would otherwise only wait for its child keeps
 * some 70 MB resident.
 */
final class Exec {
    private Exec() {}

    /** Tried on Linux only, and where this program was started with access to native code, as its jar is. */
    static boolean isOffered(String system) {
        return system.equals("Linux") && Exec.class.getModule().isNativeAccessEnabled();
    }

    /**
     * Does not return, unless the system refuses: then nothing has changed. Shutdown hooks do not run.
     *
     * @param command the program's path, and its arguments
     */
    @SuppressWarnings("restricted")
    static void replace(List<String> command, Map<String, String> environment) {
        System.out.flush();
        System.err.flush();
        try (var arena = Arena.ofConfined()) {
            var linker = Linker.nativeLinker();
            MethodHandle execve = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("execve"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
            var variables = environment.entrySet().stream()
                    .map(each -> each.getKey() + "=" + each.getValue())
                    .toList();
            int _ = (int) execve.invokeExact(
                    arena.allocateFrom(command.getFirst()), strings(arena, command), strings(arena, variables));
        } catch (Throwable e) {
            System.getLogger(Exec.class.getName())
                    .log(System.Logger.Level.DEBUG, "The window gets a process of its own", e);
        }
    }

    /** An array of pointers that ends with a null, as C has it. */
    private static MemorySegment strings(Arena arena, List<String> values) {
        var array = arena.allocate(ValueLayout.ADDRESS, values.size() + 1L);
        for (int i = 0; i < values.size(); i++) {
            array.setAtIndex(ValueLayout.ADDRESS, i, arena.allocateFrom(values.get(i)));
        }
        return array;
    }
}
