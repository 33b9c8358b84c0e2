namespace Retort.Migrations;

/// <summary>Finds the classes with <c>[Revision]</c> in a token stream; all other C# passes by unread.</summary>
internal sealed class RevisionParser(SourceText source)
{
    private readonly CSharpLexer _lexer = new(source);
    private readonly List<RevisionScript> _scripts = [];
    private CSharpToken _token;
    private int _nameStart;
    private Declaration? _pending;

    private Declaration Pending => _pending ??= new();

    public IReadOnlyList<RevisionScript> Parse()
    {
        Advance();
        for (var mayDeclare = true; _token.Kind is not CSharpTokenKind.End; )
            if (mayDeclare && IsSign('['))
                ParseAttributes();
            else if (IsWord("class"))
                ParseClass();
            else
                mayDeclare = PassBy();
        return _scripts;
    }

    /// <summary>Goes on by a token, and says whether a declaration may follow it.</summary>
    private bool PassBy()
    {
        if (IsWord("abstract") || IsWord("partial"))
            Pending.MayLackRevision = true;
        var isBoundary = IsSign('{') || IsSign('}') || IsSign(';');
        if (isBoundary)
            _pending = null;
        Advance();
        return isBoundary;
    }

    /// <summary><c>[A, B("x")]</c>, or <c>[assembly: A]</c>, which says nothing about a class.</summary>
    private void ParseAttributes()
    {
        Advance();
        var name = ParseName();
        var isOnType = !IsSign(':') || name == "type";
        if (IsSign(':'))
            name = ParseNextName();
        for (; ; name = ParseNextName())
        {
            if (isOnType)
                ParseAttribute(name);
            SkipUntil(",]");
            if (IsSign(']'))
                break;
        }
        Advance();
    }

    private void ParseAttribute(string name)
    {
        switch (name.EndsWith("Attribute", StringComparison.Ordinal) ? name[..^"Attribute".Length] : name)
        {
            case "Revision":
                ParseRevision();
                break;
            case "Revises":
                ParseNames(Pending.DownRevisions, isLink: true);
                break;
            case "BranchLabel":
                ParseNames(Pending.BranchLabels, isLink: false);
                break;
            case "DependsOn":
                ParseNames(Pending.DependsOn, isLink: true);
                break;
            case "Section":
                ParseSection();
                break;
        }
    }

    private string ParseNextName()
    {
        Advance();
        return ParseName();
    }

    /// <summary>The last part of <c>A.B</c> or <c>global::A.B</c>; type arguments are left where they are.</summary>
    private string ParseName()
    {
        var name = "";
        _nameStart = _token.Start;
        while (_token.Kind is CSharpTokenKind.Word)
        {
            name = Text(_token);
            Advance();
            if (!TakeDot())
                break;
        }
        return name;
    }

    private bool TakeDot()
    {
        var isDouble = IsSign(':') && source.Text.AsSpan(_token.Start).StartsWith("::");
        if (!isDouble && !IsSign('.'))
            return false;
        Advance();
        if (isDouble)
            Advance();
        return true;
    }

    private void ParseRevision()
    {
        Pending.Position = _token.Start;
        Take('(', "( and the revision's id");
        if (IsWord("id"))
        {
            Advance();
            Take(':', "a colon");
        }
        Pending.Id = TakeString("the revision's id");
        while (IsSign(','))
        {
            Advance();
            ParseNamedArgument();
        }
        Take(')', ", or )");
    }

    private void ParseNamedArgument()
    {
        var position = _token.Start;
        var name = Text(_token);
        if (name is not ("Message" or "Created"))
            throw source.Expected(position, "Message = \"…\" or Created = \"…\"");
        Advance();
        Take('=', "=");
        position = _token.Start;
        var value = TakeString(name == "Message" ? "the message" : "the date");
        if (name == "Message")
            Pending.Message = value;
        else
            Pending.Created =
                Revision.ParseCreated(value)
                ?? throw source.Expected(position, "a date such as \"2026-11-21T10:00:00Z\"");
    }

    private void ParseNames(List<string> names, bool isLink)
    {
        if (Pending.Position < 0)
            Pending.Orphan = _token.Start;
        var start = _nameStart;
        var literals = new List<LinkName>();
        Take('(', "( and an id");
        literals.Add(TakeName());
        while (IsSign(','))
        {
            Advance();
            literals.Add(TakeName());
        }
        var end = _token.End;
        Take(')', ", or )");
        names.AddRange(literals.Select(literal => literal.Name));
        if (isLink)
            Pending.Links.Add(new RevisionLink(start, end, literals));
    }

    private LinkName TakeName()
    {
        var token = _token;
        return new(TakeString("an id"), token.Start, token.End);
    }

    /// <summary>An environment class may have it too, so that it needs no <c>[Revision]</c> beside it.</summary>
    private void ParseSection()
    {
        Take('(', "( and the section's name");
        Pending.Section = TakeString("the section's name");
        Take(')', ")");
    }

    /// <summary>From <c>class</c> to the body; in a constraint (<c>where T : class</c>) no name follows.</summary>
    private void ParseClass()
    {
        Advance();
        if (_token.Kind is not CSharpTokenKind.Word || IsWord("where"))
            return;
        var name = _token;
        SkipUntil(":{;");
        var hasBase = IsSign(':');
        var firstBase = hasBase ? ParseNextName() : "";
        Finish(name, hasBase, firstBase);
        _pending = null;
    }

    private void Finish(CSharpToken name, bool hasBase, string firstBase)
    {
        if (Pending.Id is { } id)
        {
            if (!hasBase && !Pending.MayLackRevision)
                throw source.Expected(name.End, ": Migration after the name of a class with [Revision]");
            _scripts.Add(
                new(Pending.ToRevision(id, source), Text(name), Pending.Section, source) { Links = Pending.Links }
            );
        }
        else if (Pending.Orphan >= 0)
            throw source.Expected(Pending.Orphan, "[Revision(\"…\")] on the same class");
        else if (firstBase == "Migration" && !Pending.MayLackRevision)
            throw source.Expected(name.Start, "[Revision(\"…\")] before a class that derives from Migration");
    }

    /// <summary>Goes to one of the signs, past everything in brackets.</summary>
    private void SkipUntil(string signs)
    {
        for (var depth = 0; _token.Kind is not CSharpTokenKind.End; Advance())
        {
            if (_token.Kind is not CSharpTokenKind.Sign)
                continue;
            var sign = source.Text[_token.Start];
            if (depth == 0 && signs.Contains(sign))
                return;
            depth +=
                sign is '(' or '[' ? 1
                : sign is ')' or ']' ? -1
                : 0;
        }
        throw source.Expected(_token.Start, $"one of {string.Join(' ', signs.AsEnumerable())}");
    }

    private string TakeString(string what)
    {
        if (_token.Kind is not CSharpTokenKind.String)
            throw source.Expected(_token.Start, $"{what} as a string literal");
        var value = CSharpLiteral.Read(source, _token);
        Advance();
        return value;
    }

    private void Take(char sign, string what)
    {
        if (!IsSign(sign))
            throw source.Expected(_token.Start, what);
        Advance();
    }

    private bool IsSign(char sign) => _token.Kind is CSharpTokenKind.Sign && source.Text[_token.Start] == sign;

    private bool IsWord(string word) => _token.Kind is CSharpTokenKind.Word && Span(_token).SequenceEqual(word);

    private ReadOnlySpan<char> Span(CSharpToken token) => source.Text.AsSpan(token.Start, token.End - token.Start);

    private string Text(CSharpToken token) => Span(token).ToString();

    private void Advance() => _token = _lexer.Next();

    /// <summary>What the attributes and modifiers before a class have said so far.</summary>
    private sealed class Declaration
    {
        public int Position { get; set; } = -1;
        public int Orphan { get; set; } = -1;
        public string? Id { get; set; }
        public string? Message { get; set; }
        public string? Section { get; set; }
        public DateTimeOffset? Created { get; set; }
        public List<string> DownRevisions { get; } = [];
        public List<string> DependsOn { get; } = [];
        public List<string> BranchLabels { get; } = [];
        public List<RevisionLink> Links { get; } = [];

        /// <summary>Of an abstract class or one part of a class: the attribute may be elsewhere.</summary>
        public bool MayLackRevision { get; set; }

        public Revision ToRevision(string id, SourceText source) =>
            new(id)
            {
                DownRevisions = DownRevisions,
                DependsOn = DependsOn,
                BranchLabels = BranchLabels,
                Message = Message,
                Created = Created,
                Location = new(source.Path, source.LineAndColumn(Position).Line),
            };
    }
}
