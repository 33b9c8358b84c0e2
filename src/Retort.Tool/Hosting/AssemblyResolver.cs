using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Retort.Tool;

/// <summary>
/// Where the assemblies of Retort, and of the project that is hosted in this process, come from. They are no part of the program
/// itself: what is loaded first stays, and a project must get its own. The tool has copies, compiled ahead, in a folder of their
/// own; one of them is taken in the place of a project's file where it is the very same module, because it starts faster.
/// </summary>
internal sealed class AssemblyResolver
{
    private static readonly string AheadFolder = Path.Combine(AppContext.BaseDirectory, "ahead");

    private string? _project;
    private bool _tookOwn;

    public AssemblyResolver()
    {
        AssemblyLoadContext.Default.Resolving += Resolve;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += ResolveNative;
    }

    /// <summary>Whether a project can be loaded into this process: nothing of Retort is here yet.</summary>
    public bool CanHost => _project is null && !_tookOwn && Directory.Exists(AheadFolder);

    /// <summary>From now on assemblies are the project's.</summary>
    /// <param name="folder">The output folder of the project.</param>
    public void Host(string folder) => _project = folder;

    private Assembly? Resolve(AssemblyLoadContext context, AssemblyName name)
    {
        var ahead = Path.Combine(AheadFolder, $"{name.Name}.dll");
        if (_project is null)
        {
            _tookOwn |= File.Exists(ahead);
            return Load(context, ahead);
        }
        var file = Path.Combine(_project, $"{name.Name}.dll");
        return Load(context, IsSame(ahead, file) ? ahead : file);
    }

    private static Assembly? Load(AssemblyLoadContext context, string path) =>
        File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;

    private static bool IsSame(string ahead, string file) =>
        File.Exists(ahead) && File.Exists(file) && ModuleVersion.Of(ahead) == ModuleVersion.Of(file);

    private nint ResolveNative(Assembly assembly, string name) =>
        NativeLibraries.Find(_project ?? AheadFolder, name) is { } file ? NativeLibrary.Load(file) : 0;
}
