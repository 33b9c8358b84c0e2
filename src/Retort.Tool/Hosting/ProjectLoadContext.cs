using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Retort.Tool;

/// <summary>
/// Holds the user's project inside this process: its own assemblies from its output folder, also where the tool has others of the
/// same name. An assembly that the tool has compiled ahead is taken from there if it is the very same module: that starts faster.
/// </summary>
/// <param name="folder">The output folder of the project.</param>
internal sealed class ProjectLoadContext(string folder) : AssemblyLoadContext("project")
{
    private static readonly string[] NativePrefixes = OperatingSystem.IsWindows() ? [""] : ["lib", ""];

    private static readonly string NativeExtension =
        OperatingSystem.IsWindows() ? ".dll"
        : OperatingSystem.IsMacOS() ? ".dylib"
        : ".so";

    /// <summary>The tool's own host, so that it calls the project's Retort.Migrations, not the tool's.</summary>
    public Assembly LoadHost() => LoadFromAssemblyPath(typeof(ProjectLoadContext).Assembly.Location);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var file = Path.Combine(folder, $"{assemblyName.Name}.dll");
        if (!File.Exists(file))
            return null;
        var ahead = Path.Combine(AppContext.BaseDirectory, $"{assemblyName.Name}.dll");
        return LoadFromAssemblyPath(File.Exists(ahead) && IsSame(ahead, file) ? ahead : file);
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        NativeFiles(unmanagedDllName).FirstOrDefault(File.Exists) is { } file ? NativeLibrary.Load(file) : 0;

    private static bool IsSame(string ahead, string file) => ModuleVersion.Of(ahead) == ModuleVersion.Of(file);

    /// <summary>Where builds put native libraries: for this platform alone beside the assembly, for all in <c>runtimes</c>.</summary>
    private IEnumerable<string> NativeFiles(string name) =>
        from directory in new[] { folder, Path.Combine(folder, "runtimes", Platform, "native") }
        from prefix in NativePrefixes
        from extension in new[] { NativeExtension, "" }
        select Path.Combine(directory, prefix + name + extension);

    /// <summary>The portable runtime identifier, such as <c>linux-x64</c>.</summary>
    private static string Platform =>
        $"{(OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : IsMusl ? "linux-musl" : "linux")}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";

    private static bool IsMusl => RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal);
}
